/** The screens for whoever is signed in, with what stands around them. */
import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Loading } from '#client/ui/Loading.tsx'
import { Toasts } from '#client/ui/Toasts.tsx'
import { InCoalition } from './InCoalition.tsx'
import { NotFound } from './NotFound.tsx'
import { rooms } from './rooms.ts'

export function SignedIn() {
  return (
    <Toasts>
      <Switch>
        {Object.entries(rooms).map(([path, Room]) => (
          <Route key={path} path={path}>
            <InCoalition>
              <Suspense fallback={<Loading />}>
                <Room />
              </Suspense>
            </InCoalition>
          </Route>
        ))}
        <Route path="*">
          <NotFound />
        </Route>
      </Switch>
    </Toasts>
  )
}
