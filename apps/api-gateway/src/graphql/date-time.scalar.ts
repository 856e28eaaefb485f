import { GraphQLISODateTime } from '@nestjs/graphql';

// Nest's own scalar says in words alone what it is; tools that make types look for the address.
GraphQLISODateTime.specifiedByURL = 'https://scalars.graphql.org/andimarek/date-time.html';
