/** A risk as the projects service answers it: assessed, and its owner is to answer by the end of 12 March where its agency is. */
export const exampleRisk = {
  id: 'r1',
  version: 2,
  createdAt: '2026-03-09T08:00:00.000Z',
  updatedAt: '2026-03-10T08:00:00.000Z',
  status: 'assessed',
  project: 'CN-331082.kjj.1',
  registrar: 'CN-331082/kjj',
  participants: [],
  rules: '2025',
  kind: 'market',
  description: '=HYPERLINK("http://evil.example")',
  answers: [],
  assessment: {
    level: 'high',
    owner: 'NO-ORGNR:919303808',
    countedFrom: '2026-03-10',
    answerBy: '2026-03-12T16:00:00.000Z',
    provisional: false,
    overdue: false,
  },
};
