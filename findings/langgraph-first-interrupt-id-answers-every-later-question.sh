#!/usr/bin/env bash
# LangGraph (PyPI langgraph, npm @langchain/langgraph): the id of a node's first interrupt stays valid for all
# later ones of that node, so a repeated answer to question 1 answers question 2; an id that nobody knows is
# ignored.
#
# Expected: every Interrupt has an `id` by which it can be resumed (API reference of Interrupt), and
#   `Command(resume={id: value})` is the documented way to say which question is answered. A second delivery of
#   an answer that was used already, or an id that is not pending, should be refused or at least do nothing.
# Seen: the second question of the node gets an id of its own, yet a resume that names the FIRST id is taken as
#   the answer to whatever the node asks now (the source says: older versions gave all interrupts of a task that
#   id). The second's id does not answer the third question; only the first id stays valid. A map with an id that never existed is no error: the node runs again and asks again. The same in both languages. Seen
#   with langgraph 1.2.24 and @langchain/langgraph 1.7.3. Python has an UnknownInterruptError, but it is raised
#   only in a strict mode that is off by default and that only an internal config key switches on in 1.2.24.
# Why it matters: queues, webhooks and double clicks deliver answers at least once. An answer that is delivered
#   twice is taken for the answer to the next question, although it was addressed by id.
# Instead: one interrupt() per node; or, under a lock per thread, compare the ids that get_state(config) shows as
#   pending with the id that the answer names, and drop the answer if it is not among them.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check langgraph==1.2.24 langgraph-checkpoint==4.3.2
echo '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund @langchain/langgraph@1.7.3 @langchain/core@1.4.0

cat > run.py <<'PY'
from importlib.metadata import version
from typing import TypedDict
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import END, START, StateGraph
from langgraph.types import Command, interrupt


class State(TypedDict, total=False):
    answers: list[str]


def ask(state: State) -> State:
    return {"answers": [interrupt(q) for q in ("Look at staging?", "Delete staging?", "Delete production?")]}


graph = StateGraph(State).add_node("ask", ask).add_edge(START, "ask").add_edge("ask", END)
app = graph.compile(checkpointer=InMemorySaver())
print("Python: langgraph", version("langgraph"))


def run(thread: str):
    config = {"configurable": {"thread_id": thread}}
    return lambda value: app.invoke(value, config)


def pending(result):
    [one] = result["__interrupt__"]
    return one.value, one.id


go = run("repeat")
q1, id1 = pending(go({}))
q2, id2 = pending(go(Command(resume={id1: "yes"})))
assert id1 != id2
nobody = pending(go(Command(resume={"0" * 32: "yes"})))
print(f"  an id that never existed: no error, still asked {nobody[0]!r}")
assert nobody == (q2, id2), nobody
q3, id3 = pending(go(Command(resume={id1: "yes"})))
print(f"  the answer to {q1!r} delivered again: now asked {q3!r}")
assert q3 == "Delete production?", q3
again = pending(go(Command(resume={id2: "yes"})))
print(f"  an answer with the second id: still asked {again[0]!r}")
assert again == (q3, id3), again
end = go(Command(resume={id1: "yes"}))
print("  the answer to question 1 once more:", end)
assert end == {"answers": ["yes", "yes", "yes"]}, end
PY
venv/bin/python run.py

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Annotation, Command, END, interrupt, MemorySaver, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({ answers: Annotation() });
const app = new StateGraph(State)
  .addNode('ask', () => ({
    answers: ['Look at staging?', 'Delete staging?', 'Delete production?'].map((q) => interrupt(q)),
  }))
  .addEdge(START, 'ask')
  .addEdge('ask', END)
  .compile({ checkpointer: new MemorySaver() });
const { version } = JSON.parse(readFileSync('node_modules/@langchain/langgraph/package.json', 'utf8'));
console.log('Node: @langchain/langgraph', version);

const go = (value) => app.invoke(value, { configurable: { thread_id: 'repeat' } });
const first = (await go({})).__interrupt__[0];
const second = (await go(new Command({ resume: { [first.id]: 'yes' } }))).__interrupt__[0];
assert.notEqual(first.id, second.id);
const nobody = (await go(new Command({ resume: { ['0'.repeat(32)]: 'yes' } }))).__interrupt__[0];
console.log(`  an id that never existed: no error, still asked '${nobody.value}'`);
assert.equal(nobody.id, second.id);
const third = (await go(new Command({ resume: { [first.id]: 'yes' } }))).__interrupt__[0];
console.log(`  the answer to '${first.value}' delivered again: now asked '${third.value}'`);
assert.equal(third.value, 'Delete production?');
const end = await go(new Command({ resume: { [first.id]: 'yes' } }));
console.log('  the answer to question 1 once more:', JSON.stringify(end));
assert.deepEqual(end, { answers: ['yes', 'yes', 'yes'] });
JS
node run.mjs
echo 'as described: the first id answered every later question of the node, in both languages'
