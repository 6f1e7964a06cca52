/** The choice of a role, each with what it may do. */
import { useWords } from '#client/i18n/words.ts'
import { Choice } from '#client/ui/Choices.tsx'
import { type Role, roles } from '#shared/roles.ts'

export function RoleChoice({
  role,
  onChange,
  offered = roles,
  error,
}: {
  role: Role | null
  onChange: (role: Role) => void
  offered?: readonly Role[]
  error?: string | undefined
}) {
  const say = useWords()
  return (
    <Choice
      label={say('people.role')}
      error={error}
      options={offered.toReversed().map((one) => ({
        value: one,
        label: say(`role.${one}`),
        hint: say(`people.role.${one}`),
      }))}
      value={role}
      onChange={onChange}
    />
  )
}
