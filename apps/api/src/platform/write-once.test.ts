import { aPartner, aWorld } from '../../test/world.ts'
import type { World } from '../../test/world.ts'
import { newId } from './id.ts'
import { Tenant } from './tenant.ts'

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())

const INSERT = `INSERT INTO enterprise (partner_id, id, name, country) VALUES ($1, $2, $3, 'BE') RETURNING id`
const aTenant = async () => {
  const { id } = await aPartner(world)
  return { id, tenant: new Tenant(world.services.app, { partnerId: id, userId: id, enterpriseId: null }) }
}
const stored = async (partnerId: string) =>
  (await world.root.query('SELECT name FROM enterprise WHERE partner_id = $1', [partnerId])).rows.map(
    ({ name }) => name,
  )

describe('one statement that is all there is to save', () => {
  test('is answered once it is saved, behind the fences', async () => {
    const { id, tenant } = await aTenant()
    const enterpriseId = newId()
    expect(await tenant.writeOnce(INSERT, [id, enterpriseId, 'One'])).toEqual([{ id: enterpriseId }])
    expect(await stored(id)).toEqual(['One'])
    await expect(tenant.writeOnce(INSERT, [(await aPartner(world)).id, newId(), 'Foreign'])).rejects.toThrow(
      /row-level security/,
    )
  })

  test('that fails leaves nothing behind, and its connection serves the next', async () => {
    const { id, tenant } = await aTenant()
    const enterpriseId = newId()
    for (let n = 0; n < 20; n++) {
      await expect(tenant.writeOnce(INSERT, [id, enterpriseId, n === 0 ? null : ''])).rejects.toThrow()
    }
    expect(await tenant.writeOnce(INSERT, [id, enterpriseId, 'After'])).toHaveLength(1)
    expect(await stored(id)).toEqual(['After'])
  })

  test('that fails only when it is to be saved is not called saved', async () => {
    const { id, tenant } = await aTenant()
    await world.root.query(`
      CREATE FUNCTION refuse_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'too late'; END $$;
      CREATE CONSTRAINT TRIGGER late AFTER INSERT ON enterprise DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.name = 'Late') EXECUTE FUNCTION refuse_late()`)
    await expect(tenant.writeOnce(INSERT, [id, newId(), 'Late'])).rejects.toThrow(/too late/)
    expect(await tenant.writeOnce(INSERT, [id, newId(), 'In time'])).toHaveLength(1)
    expect(await stored(id)).toEqual(['In time'])
  })

  test('is not sent from inside a unit, nor by who is not certain to be the one', async () => {
    const { id, tenant } = await aTenant()
    await expect(tenant.read(() => tenant.writeOnce(INSERT, [id, newId(), 'Nested']))).rejects.toThrow(/do not nest/)
    const binding = { partnerId: id, userId: id, enterpriseId: null }
    const certain = () => Promise.reject(new Error('somebody else'))
    const other = new Tenant(world.services.app, binding, { certain })
    await expect(other.writeOnce(INSERT, [id, newId(), 'Other'])).rejects.toThrow('somebody else')
    await expect(other.write((db) => db.rows(INSERT, [id, newId(), 'Other']))).rejects.toThrow('somebody else')
    expect(await stored(id)).toEqual([])
  })
})
