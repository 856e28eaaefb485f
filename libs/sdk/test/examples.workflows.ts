import { workflows } from '../src/index';
import { publishPost } from '../src/approval.examples';
import { collectOrders } from '../src/continue-as-new.examples';
import { escalating, spendMoney, threeTiers, withdrawable } from '../src/escalation.examples';
import { firstOpinion, reviewByAll } from '../src/many-tasks.examples';
import { byTier } from '../src/sla.examples';
import { packParcel } from '../src/state.examples';
import { askOrGuess, reviewContract } from '../src/task.examples';

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
