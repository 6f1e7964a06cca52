/** Which action answers which endpoint. */
import * as coalitions from '#shared/api/coalitions.ts'
import * as people from '#shared/api/people.ts'
import * as pictures from '#shared/api/pictures.ts'
import * as releases from '#shared/api/releases.ts'
import * as signatures from '#shared/api/signatures.ts'
import * as statements from '#shared/api/statements.ts'
import { changeCoalition, seeCoalition } from '../actions/coalitions/see-coalition.ts'
import { downloadDraft, seeFileFormats } from '../actions/drafts/download-draft.ts'
import { importFile, previewImport } from '../actions/drafts/import-file.ts'
import { readDraft } from '../actions/drafts/read-draft.ts'
import {
  addOrganisation,
  changeOrganisation,
  listOrganisations,
  removeOrganisation,
} from '../actions/organisations/manage-organisations.ts'
import { acceptInvitation, lookAtInvitation } from '../actions/people/accept-invitation.ts'
import { claimCoalition, lookAtClaim } from '../actions/people/claim-coalition.ts'
import { invitePerson, revokeInvitation } from '../actions/people/invite-person.ts'
import { changeRole, listPeople, removePerson } from '../actions/people/manage-people.ts'
import { renameMe } from '../actions/people/rename-me.ts'
import { seeMe } from '../actions/people/see-me.ts'
import {
  lookAtSignIn,
  makeMySignInLink,
  makeSignInLink,
  signIn,
  signOut,
} from '../actions/people/sign-in.ts'
import { bringPicture } from '../actions/pictures/bring-picture.ts'
import { keepPictureOf } from '../actions/pictures/keep-picture.ts'
import { freezeStatement, previewFreeze } from '../actions/releases/freeze-statement.ts'
import { listReleases, seeRelease } from '../actions/releases/list-releases.ts'
import { publishRelease } from '../actions/releases/publish-release.ts'
import { admitSignature, hideName, refuseSignature } from '../actions/signatures/check-signature.ts'
import { inviteToSign, revokeSigning } from '../actions/signatures/invite-to-sign.ts'
import { listAnswers } from '../actions/signatures/list-answers.ts'
import { lookAtSigning, openSigning } from '../actions/signatures/look-at-signing.ts'
import {
  changeVisibility,
  declineToSign,
  signRelease,
  withdrawSignature,
} from '../actions/signatures/sign-release.ts'
import { changeStatement } from '../actions/statements/change-statement.ts'
import { listStatements, seeStatement } from '../actions/statements/list-statements.ts'
import { lockDraft } from '../actions/statements/lock-draft.ts'
import { startStatement } from '../actions/statements/start-statement.ts'
import { type Route, route } from './serve-endpoint.ts'

export const routes: readonly Route[] = [
  route(people.seeMe, seeMe),
  route(people.renameMe, renameMe),
  route(people.lookAtClaim, lookAtClaim),
  route(people.claimCoalition, claimCoalition),
  route(people.lookAtInvitation, lookAtInvitation),
  route(people.acceptInvitation, acceptInvitation),
  route(people.lookAtSignIn, lookAtSignIn),
  route(people.signIn, signIn),
  route(people.makeMySignInLink, makeMySignInLink),
  route(people.signOut, signOut),
  route(people.listPeople, listPeople),
  route(people.invitePerson, invitePerson),
  route(people.revokeInvitation, revokeInvitation),
  route(people.changeRole, changeRole),
  route(people.removePerson, removePerson),
  route(people.makeSignInLink, makeSignInLink),
  route(coalitions.seeCoalition, seeCoalition),
  route(coalitions.changeCoalition, changeCoalition),
  route(coalitions.listOrganisations, listOrganisations),
  route(coalitions.addOrganisation, addOrganisation),
  route(coalitions.changeOrganisation, changeOrganisation),
  route(coalitions.removeOrganisation, removeOrganisation),
  route(statements.listStatements, listStatements),
  route(statements.startStatement, startStatement),
  route(statements.seeStatement, seeStatement),
  route(statements.changeStatement, changeStatement),
  route(statements.lockDraft, lockDraft),
  route(statements.readDraft, readDraft),
  route(statements.previewImport, previewImport),
  route(statements.importFile, importFile),
  route(statements.seeFileFormats, seeFileFormats),
  route(statements.downloadDraft, downloadDraft),
  route(pictures.keepPicture, keepPictureOf),
  route(pictures.bringPicture, bringPicture),
  route(releases.previewFreeze, previewFreeze),
  route(releases.freezeStatement, freezeStatement),
  route(releases.listReleases, listReleases),
  route(releases.seeRelease, seeRelease),
  route(releases.publishRelease, publishRelease),
  route(signatures.listAnswers, listAnswers),
  route(signatures.inviteToSign, inviteToSign),
  route(signatures.revokeSigning, revokeSigning),
  route(signatures.admitSignature, admitSignature),
  route(signatures.refuseSignature, refuseSignature),
  route(signatures.hideName, hideName),
  route(signatures.lookAtSigning, lookAtSigning),
  route(signatures.openSigning, openSigning),
  route(signatures.signRelease, signRelease),
  route(signatures.declineToSign, declineToSign),
  route(signatures.withdrawSignature, withdrawSignature),
  route(signatures.changeVisibility, changeVisibility),
]
