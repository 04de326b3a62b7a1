// The network's mark: an M that is also two people meeting.
export const Brand = () => (
  <svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
    <path d="M3 16V5l7 7 7-7v11" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinejoin="round" />
  </svg>
)
