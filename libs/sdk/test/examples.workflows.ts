import { workflows } from '../src/index';
import { publishPost } from '../src/task/approval.examples';
import { collectOrders } from '../src/workflow/continue-as-new.examples';
import { escalating, spendMoney, threeTiers, withdrawable } from '../src/task/escalation.examples';
import { firstOpinion, reviewByAll } from '../src/task/many-tasks.examples';
import { byTier } from '../src/time/sla.examples';
import { packParcel } from '../src/workflow/state.examples';
import { askOrGuess, reviewContract } from '../src/task/task.examples';

/** Every example of the documentation. */
export default workflows(
  askOrGuess,
  byTier,
  collectOrders,
  escalating,
  firstOpinion,
  packParcel,
  publishPost,
  reviewByAll,
  reviewContract,
  spendMoney,
  threeTiers,
  withdrawable,
);
