// Which district this page belongs to: the first part of the address, /xiangfang/...
export function districtOf(pathname: string): string {
  return decodeURIComponent(pathname.split('/')[1] ?? '')
}

export function district(): string {
  return districtOf(location.pathname)
}
