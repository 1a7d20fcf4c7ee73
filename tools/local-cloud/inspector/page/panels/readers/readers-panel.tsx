import { Browser } from '../../parts/browser'
import { hrefOf } from '../../route'
import { useRoute } from '../../use-route'
import { ReaderList } from './reader-list'
import { ReaderView } from './reader-view'

/** Everybody whom WeChat knows, and one of them: what WeChat knows, and their service notifications. */
export function ReadersPanel() {
  const openid = useRoute().path[1]
  return (
    <Browser
      hint="Choose a reader to see their service notifications."
      labelledby="readers"
      up={openid === undefined ? null : hrefOf(['readers'])}
    >
      <ReaderList chosen={openid} />
      {openid !== undefined && <ReaderView key={openid} openid={openid} />}
    </Browser>
  )
}
