/** Why something could not be done; a screen reader says it when it appears. */
export function Problem({ text, id }: { text: string | null; id?: string }) {
  return (
    <div role="alert" id={id}>
      {text !== null && <p className="problem">{text}</p>}
    </div>
  )
}
