import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';

// Expressions of workflows, worked out by GitHub's own evaluator.

export type Contexts = Readonly<Record<string, object>>;

/** What the functions of a condition answer: https://docs.github.com/actions/reference/evaluate-expressions-in-workflows-and-actions#status-check-functions */
export type JobStatus = Readonly<Record<'always' | 'cancelled' | 'success' | 'failure', boolean>>;

export function evaluate(
  expression: string,
  contexts: Contexts,
  status?: JobStatus,
): data.ExpressionData {
  const functions = Object.entries(status ?? {}).map(
    ([name, value]): [string, FunctionDefinition] => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) },
    ],
  );
  const { tokens } = new Lexer(expression.trim()).lex();
  const infos = functions.map(([, info]) => info);
  const parsed = new Parser(tokens, Object.keys(contexts), infos).parse();
  const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, dictionary, new Map(functions)).evaluate();
}

/** A value of a workflow: text with expressions in it, or one expression alone. */
export function evaluateText(text: string, contexts: Contexts, asJson = false): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_match, expression: string) => {
    const result = evaluate(asJson ? `toJSON(${expression})` : expression, contexts);
    return result.coerceString();
  });
}

export function evaluateAll(
  values: Readonly<Record<string, string | boolean>>,
  contexts: Contexts,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, evaluateText(String(value), contexts)]),
  );
}
