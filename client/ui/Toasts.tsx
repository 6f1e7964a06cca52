/** Short news of what has just been done, which goes away by itself. */
import { Toast } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { useWords } from '#client/i18n/words.ts'
import styles from './Toasts.module.css'

export function Toasts({ children }: { children: ReactNode }) {
  const say = useWords()
  return (
    <Toast.Provider timeout={6000}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label={say('ui.news')}>
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function List() {
  const say = useWords()
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast}>
      <Toast.Content>
        <Toast.Title render={<p />} />
      </Toast.Content>
      <Toast.Close className={styles.close} aria-label={say('ui.close')}>
        ✕
      </Toast.Close>
    </Toast.Root>
  ))
}

/** Tells what has been done. */
export function useTell(): (words: string) => void {
  const { add } = Toast.useToastManager()
  return (words) => add({ title: words })
}
