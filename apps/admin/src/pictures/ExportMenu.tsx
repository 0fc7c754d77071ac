import { Menu } from '@mantine/core'
import { Button } from '@vises/ui/Button.tsx'

interface ExportMenuProps {
  label: string
  /** What the file holds. */
  help: string
  files: { label: string; href: string }[]
}

/** The same content as the screen, as a file. */
export function ExportMenu({ label, help, files }: ExportMenuProps) {
  return (
    <Menu position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <Button icon="download">{label}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{help}</Menu.Label>
        {files.map((file) => (
          <Menu.Item key={file.href} component="a" href={file.href} download>
            {file.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
