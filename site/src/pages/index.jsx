import Link from '@docusaurus/Link';
import CodeBlock from '@theme/CodeBlock';
import Layout from '@theme/Layout';
import { STORY } from '../story';
import styles from './index.module.css';

const COMMANDS = 'npx create-orkestra my-bot\ncd my-bot && npm install && npm run dev';

const WORKFLOW = `const { data } = await task(ctx, {
  title: 'Customer needs help',
  form: { answer: { type: 'textarea', required: true } },
  assignTo: { group: 'support-l1' },
  context: { question: input.question },
  sla: timeout('30m'),
});
return { answer: data.answer }; // typed from the form`;

const READ_ON = [
  ['Agents', 'Claude, Cursor, VS Code or your own ask people over MCP, and wait.', '/docs/guides/agents'],
  ['Workflows', 'Durable code in TypeScript or Python that asks and goes on.', '/docs/guides/workflows'],
  ['Approvals', "People see an agent's tool calls before they run.", '/docs/guides/approving-agent-actions'],
  ['Reliability', 'What is kept when something crashes, and how it is tested.', '/docs/concepts/reliability'],
  ['Production', 'From an empty Postgres to the first answered task.', '/docs/guides/production'],
  [
    'Comparison',
    'Camunda, Flowable, LangGraph, Temporal, Inngest, Vercel: who is better at what.',
    '/docs/comparison',
  ],
];

export default function FrontPage() {
  return (
    <Layout
      title="Agents ask, people decide"
      description="Orkestra lets agents and workflows ask people: durable tasks with forms, groups and deadlines. Every decision resumes its workflow exactly once."
    >
      <main>
        <Opening />
        <Story />
        <Code />
        <ReadOn />
      </main>
    </Layout>
  );
}

function Opening() {
  return (
    <header className={styles.opening}>
      <div className="container">
        <h1>Agents ask. People decide. Workflows go on.</h1>
        <p>
          When an agent reaches its limits, Orkestra gives a person a task: a form, an assignment, a deadline,
          the context. The person decides in an inbox, and the durable workflow resumes by itself.{' '}
          <strong>Every decision resumes its workflow exactly once, and nothing is lost</strong>, whatever
          crashes in between.
        </p>
        <div className={styles.buttons}>
          <Link className="button button--primary button--lg" to="/docs/guides/quick-start">
            Start in five minutes
          </Link>
          <Link className="button button--outline button--lg" to="/docs/">
            Read the documentation
          </Link>
        </div>
      </div>
    </header>
  );
}

function Story() {
  return (
    <section className="container" aria-labelledby="story">
      <h2 className={styles.heading} id="story">
        The story, in 90 seconds
      </h2>
      <ol className={styles.story}>
        {STORY.map(({ title, text, picture, alt, width, height }) => (
          <li key={title}>
            <div>
              <h3>{title}</h3>
              <p>{text}</p>
            </div>
            {picture ? (
              <a href={picture} aria-label={`${title}: the picture in full size`}>
                <img src={picture} alt={alt} width={width} height={height} loading="lazy" />
              </a>
            ) : (
              <CodeBlock language="text">{alt}</CodeBlock>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Code() {
  return (
    <section className={styles.code} aria-labelledby="code">
      <div className="container">
        <h2 className={styles.heading} id="code">
          This is all the code that it takes
        </h2>
        <div className={styles.columns}>
          <CodeBlock language="ts">{WORKFLOW}</CodeBlock>
          <div>
            <p>
              A real Postgres, a real Temporal, the servers, the inbox and your workflows, reloaded when you
              save. Node is all you need.
            </p>
            <CodeBlock language="bash">{COMMANDS}</CodeBlock>
            <p>
              MIT licence, one edition. See the <Link to="/docs/architecture">architecture</Link>.
            </p>
          </div>
        </div>
      </div>
    </section>
  );
}

function ReadOn() {
  return (
    <section className="container" aria-labelledby="read-on">
      <h2 className={styles.heading} id="read-on">
        Read on
      </h2>
      <ul className={styles.readOn}>
        {READ_ON.map(([title, text, to]) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
