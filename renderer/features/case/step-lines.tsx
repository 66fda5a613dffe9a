/** The two lines of a next step. */
export const StepLines = ({ title, detail }: { readonly title: string; readonly detail: string }) => (
  <>
    <strong>{title}</strong>
    <p className="dim">{detail}</p>
  </>
)
