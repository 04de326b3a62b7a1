// Where the page of own words stands in the admin.

export const ownWordsPath = '/mokor/own-words'
