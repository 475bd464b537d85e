// What may be ticked with a low grade, as the server knows it.
export const reasons = [
  'long_wait',
  'repeated_trips',
  'not_solved',
  'unclear',
  'wrong_information',
  'attitude',
  'facilities',
  'other',
] as const
