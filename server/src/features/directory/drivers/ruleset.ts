import { OneOf, Shape } from '../../../kernel/schema.ts';

/** A driver's own hours-of-service rules for the United States; the names are the public spec's. */
export const RulesetOverride = Shape('DriverRulesetOverride', {
  cycle: OneOf(
    [
      'USA Property (8/70)',
      'USA Property (7/60)',
      'USA Passenger (8/70)',
      'USA Passenger (7/60)',
      'Alaska Property (8/80)',
      'Alaska Property (7/70)',
      'Alaska Passenger (8/80)',
      'Alaska Passenger (7/70)',
      'California School/FLV (8/80)',
      'California Farm (8/112)',
      'California Property (8/80)',
      'California Flammable Liquid (8/80)',
      'California Passenger (8/80)',
      'California Motion Picture (8/80)',
      'Florida (8/80)',
      'Florida (7/70)',
      'Nebraska (8/80)',
      'Nebraska (7/70)',
      'North Carolina (8/80)',
      'North Carolina (7/70)',
      'Oklahoma (8/70)',
      'Oklahoma (7/60)',
      'Oregon (8/80)',
      'Oregon (7/70)',
      'South Carolina (8/80)',
      'South Carolina (7/70)',
      'Texas (7/70)',
      'Wisconsin (8/80)',
      'Wisconsin (7/70)',
    ],
    { description: 'Working cycle.' },
  ),
  restart: OneOf(['34-hour Restart', '24-hour Restart', '36-hour Restart', '72-hour Restart', 'None'], {
    description: 'Rest after which a cycle begins anew.',
  }),
  restbreak: OneOf(['Property (off-duty/sleeper)', 'California Mealbreak (off-duty/sleeper)', 'None'], {
    description: 'Rule for the rest break.',
  }),
  usStateToOverride: OneOf(['', 'AK', 'CA', 'FL', 'NE', 'NC', 'OK', 'OR', 'SC', 'TX', 'WI'], {
    description: 'State whose rules these are; empty for all.',
  }),
});
