/** The time of day with seconds: what "on disk" is compared by. */
export const onDiskTime = (iso: string): string => `${iso.slice(11, 19)}Z`
