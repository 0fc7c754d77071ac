import { NativeSelect } from '@mantine/core'
import type { RoleName } from '@vises/schema/admin/graphql'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'

/** The roles that the viewer can hand out among the partner's own people. */
export function useStaffRoles(): RoleName[] {
  const { membership } = useViewer()
  return membership?.role === 'platformLead'
    ? ['platformLead', 'researcher', 'partnerAdmin', 'coach']
    : ['partnerAdmin', 'coach']
}

/** Chooses a role; the words are those of the access table. */
export function RoleSelect({
  label,
  value,
  onChange,
}: {
  label: string
  value: RoleName
  onChange: (role: RoleName) => void
}) {
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const roles = useStaffRoles()
  if (!roles.includes(value)) return <>{word(`role.${value}`)}</>
  return (
    <NativeSelect
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as RoleName)}
      data={roles.map((role) => ({ value: role, label: word(`role.${role}`) }))}
    />
  )
}
