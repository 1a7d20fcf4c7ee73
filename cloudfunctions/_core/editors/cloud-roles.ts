import { database } from '../wx'
import type { Roles } from './require-role'

export const cloudRoles: Roles = {
  async of(openid) {
    const { data } = await database.collection('editors').doc(openid).get()
    const role = data?.role
    return role === 'owner' || role === 'editor' ? role : null
  },
}
