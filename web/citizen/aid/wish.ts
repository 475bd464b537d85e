// 捐赠意愿: whom a donor would like to help, as it is written and as it is sent.
export const noWish = () => ({ street: '', pupil: false, families: '' })
export type WishForm = ReturnType<typeof noWish>

export const wishOf = ({ street, pupil, families }: WishForm) => ({
  ...(street && { street }),
  ...(pupil && { pupil }),
  ...(families && { families: Number(families) }),
})
