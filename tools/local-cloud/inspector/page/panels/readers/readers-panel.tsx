import { useRoute } from '../../use-route'
import { ReaderList } from './reader-list'
import { ReaderView } from './reader-view'

/** Everybody whom WeChat knows, and one of them: what WeChat has noted, and their service notifications. */
export function ReadersPanel() {
  const openid = useRoute().path[1]
  return (
    <section aria-labelledby="readers" className="browser" data-depth={openid === undefined ? 0 : 1}>
      <ReaderList chosen={openid} />
      {openid !== undefined && <ReaderView key={openid} openid={openid} />}
    </section>
  )
}
