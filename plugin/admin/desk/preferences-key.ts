// The name under which Payload keeps what a user chose for their desk.
export const preferencesKey = 'mokor-desk'
