/** The words that the filter line understands, each with what it finds; Enter on one puts it into the line. */
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { t } from '../../ui/t.ts'

const words = [
  ['phishing', 'text'],
  ['p1', 'band'],
  ['rung:4', 'rung'],
  ['tlp:red', 'tlp'],
  ['owner:me', 'owner'],
  ['is:breach', 'is'],
  ['org:"Harrow Bank"', 'org'],
  ['ip:192.0.2.0/24', 'ip'],
  ['due:<4h', 'due'],
  ['opened:<7d', 'opened'],
  ['wake:today', 'wake'],
  ['class:fraud', 'class'],
  ['phase:triage', 'phase'],
  ['severity:high', 'severity'],
  ['has:evidence', 'has'],
  ['-is:waiting', 'not'],
] as const

export function WordsDialog({
  onTake,
  onClose,
}: {
  readonly onTake: (word: string) => void
  readonly onClose: () => void
}) {
  return (
    <Dialog title={t('queue.words-title')} sentence={t('queue.words-sentence')} onClose={onClose} wide>
      <table className="queue-words">
        <thead>
          <tr>
            <th scope="col">{t('queue.words-word')}</th>
            <th scope="col">{t('queue.words-finds')}</th>
          </tr>
        </thead>
        <tbody>
          {words.map(([word, finds]) => (
            <tr key={word}>
              <td>
                <Button look="link" onPress={() => onTake(word)}>
                  <span className="mono">{word}</span>
                </Button>
              </td>
              <td>{t(`queue.words.${finds}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
