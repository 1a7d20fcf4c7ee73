import { useIsConnected } from '../live'

/** Says so while the local cloud is gone, and goes away by itself. */
export function ConnectionNotice() {
  const isConnected = useIsConnected()
  return (
    <div role="status">
      {!isConnected && (
        <p className="connection">
          The local cloud does not answer. What you see may be old. Trying again every second.
        </p>
      )}
    </div>
  )
}
