import type { RoleName } from '@vises/schema/admin/graphql'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'

/** The roles that the viewer can hand out among the partner's own people. */
export function useStaffRoles(): RoleName[] {
  const { membership } = useViewer()
  return membership?.role === 'platformLead' ? ['platformLead', 'researcher', 'partnerAdmin', 'coach'] : ['partnerAdmin', 'coach']
}

/** Chooses a role; the words are those of the access table. */
export function RoleSelect({ label, value, onChange }: { label: string; value: RoleName; onChange: (role: RoleName) => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('people')
  const roles = useStaffRoles()
  if (!roles.includes(value)) return <>{t(`role.${value}`)}</>
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value as RoleName)} style={{ minHeight: 32 }}>
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(`role.${role}`)}
        </option>
      ))}
    </select>
  )
}
