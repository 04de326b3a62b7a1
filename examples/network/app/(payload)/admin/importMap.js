import { DocumentPanel as DocumentPanel_93b79a295861722f911443f66c38ed00 } from 'payload-plugin-mokor/rsc'
import { StatusCell as StatusCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { DateCell as DateCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { TextCell as TextCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { LanguageCell as LanguageCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { LanguageField as LanguageField_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { SkillLabel as SkillLabel_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { PlaceCell as PlaceCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { PlaceField as PlaceField_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { RadiusCell as RadiusCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { RadiusField as RadiusField_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { YesNoCell as YesNoCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { ConsentsAtOnce as ConsentsAtOnce_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { ConsentLabel as ConsentLabel_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { Timeline as Timeline_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { BulkActions as BulkActions_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { RoomDescription as RoomDescription_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { TermCell as TermCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { WhoLabel as WhoLabel_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { DocumentHints as DocumentHints_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { PersonLabel as PersonLabel_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { MoneyCell as MoneyCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { EuroField as EuroField_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { MailProblem as MailProblem_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { MailCell as MailCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { CauseCell as CauseCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { TargetCell as TargetCell_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { Dashboard as Dashboard_93b79a295861722f911443f66c38ed00 } from 'payload-plugin-mokor/rsc'
import { DeskNavLink as DeskNavLink_93b79a295861722f911443f66c38ed00 } from 'payload-plugin-mokor/rsc'
import { AdminStyles as AdminStyles_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { DeskView as DeskView_93b79a295861722f911443f66c38ed00 } from 'payload-plugin-mokor/rsc'
import { ListTools as ListTools_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { MergeLink as MergeLink_7dad2fafd38fce7576d15d655dc539e7 } from 'payload-plugin-mokor/client'
import { HintsCell as HintsCell_93b79a295861722f911443f66c38ed00 } from 'payload-plugin-mokor/rsc'
import { TradesCell as TradesCell_93b79a295861722f911443f66c38ed00 } from 'payload-plugin-mokor/rsc'
import { OwnWordsNavLink as OwnWordsNavLink_93b79a295861722f911443f66c38ed00 } from 'payload-plugin-mokor/rsc'
import { OwnWordsView as OwnWordsView_93b79a295861722f911443f66c38ed00 } from 'payload-plugin-mokor/rsc'
import { PrintView as PrintView_93b79a295861722f911443f66c38ed00 } from 'payload-plugin-mokor/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "payload-plugin-mokor/rsc#DocumentPanel": DocumentPanel_93b79a295861722f911443f66c38ed00,
  "payload-plugin-mokor/client#StatusCell": StatusCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#DateCell": DateCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#TextCell": TextCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#LanguageCell": LanguageCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#LanguageField": LanguageField_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#SkillLabel": SkillLabel_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#PlaceCell": PlaceCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#PlaceField": PlaceField_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#RadiusCell": RadiusCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#RadiusField": RadiusField_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#YesNoCell": YesNoCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#ConsentsAtOnce": ConsentsAtOnce_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#ConsentLabel": ConsentLabel_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#Timeline": Timeline_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#BulkActions": BulkActions_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#RoomDescription": RoomDescription_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#TermCell": TermCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#WhoLabel": WhoLabel_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#DocumentHints": DocumentHints_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#PersonLabel": PersonLabel_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#MoneyCell": MoneyCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#EuroField": EuroField_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#MailProblem": MailProblem_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#MailCell": MailCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#CauseCell": CauseCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#TargetCell": TargetCell_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/rsc#Dashboard": Dashboard_93b79a295861722f911443f66c38ed00,
  "payload-plugin-mokor/rsc#DeskNavLink": DeskNavLink_93b79a295861722f911443f66c38ed00,
  "payload-plugin-mokor/client#AdminStyles": AdminStyles_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/rsc#DeskView": DeskView_93b79a295861722f911443f66c38ed00,
  "payload-plugin-mokor/client#ListTools": ListTools_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/client#MergeLink": MergeLink_7dad2fafd38fce7576d15d655dc539e7,
  "payload-plugin-mokor/rsc#HintsCell": HintsCell_93b79a295861722f911443f66c38ed00,
  "payload-plugin-mokor/rsc#TradesCell": TradesCell_93b79a295861722f911443f66c38ed00,
  "payload-plugin-mokor/rsc#OwnWordsNavLink": OwnWordsNavLink_93b79a295861722f911443f66c38ed00,
  "payload-plugin-mokor/rsc#OwnWordsView": OwnWordsView_93b79a295861722f911443f66c38ed00,
  "payload-plugin-mokor/rsc#PrintView": PrintView_93b79a295861722f911443f66c38ed00,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
