/** The application: what all screens share, and the screens. */
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createQueryClient } from '#client/api/queries.ts'
import { WordsProvider } from '#client/i18n/WordsProvider.tsx'
import { MissingParts } from '#client/ui/MissingParts.tsx'
import { useKeyboardEdge } from '#client/ui/use-keyboard-edge.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { headStart } from './head-start.ts'
import { Routes } from './Routes.tsx'

const queries = createQueryClient()
headStart(queries, location.pathname)

export function App() {
  useKeyboardEdge()
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <WordsProvider>
          <ErrorBoundary>
            <Routes />
          </ErrorBoundary>
          <MissingParts />
        </WordsProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}
