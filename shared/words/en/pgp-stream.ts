/** What is said about large OpenPGP files. */
export const pgpStream = {
  'stream-too-large':
    'The file is larger than {limit} MB, as it is or unpacked. Nothing was written. Ask the sender for it in parts, or make parts of it.',
  'stream-blob-damaged':
    'The sealed copy of this file is damaged. Nothing was written. Restore it from a backup, or ask for the file again.',
  'stream-changed': 'The file changed while it was read. Nothing was written. Wait until it is complete and try again.',
  'stream-cancelled': 'Stopped. Nothing was written, and nothing half written is left.',
  'stream-stopped':
    'The file took more than {seconds} s or {megabytes} MB and was stopped. Nothing was written. The original is untouched.',
  'stream-form':
    'The file is built in a way that Signet reads only up to {limit} MB. Nothing was written. Ask the sender to make it again with a current program.',
} as const
