import { graphql } from '../generated';

export const AbsenceFields = graphql(`
  fragment Absence on Absence {
    id
    from
    until
    substitute {
      id
      displayName
      email
    }
  }
`);

export const Absences = graphql(`
  query Absences($user: String) {
    absences(user: $user) {
      ...Absence
    }
  }
`);

export const PlanAbsence = graphql(`
  mutation PlanAbsence($input: PlanAbsenceInput!) {
    planAbsence(input: $input) {
      absence {
        ...Absence
      }
    }
  }
`);

export const RemoveAbsence = graphql(`
  mutation RemoveAbsence($input: RemoveAbsenceInput!) {
    removeAbsence(input: $input) {
      absence {
        id
      }
    }
  }
`);
