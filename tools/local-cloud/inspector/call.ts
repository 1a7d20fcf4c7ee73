import type * as v from 'valibot'

/** One thing that the inspector's page asks for, or has done. */
export type Call<S extends v.GenericSchema = v.GenericSchema, O = unknown> = {
  /** What changes something is posted, so that no link and no picture of a foreign page can do it. */
  method: 'GET' | 'POST'
  input: S
  answer(input: v.InferOutput<S>): O
}

/** By the last part of its address. */
export type Calls = Record<string, Call>

/** Takes its input from the address, where every value is a text. */
export function read<S extends v.GenericSchema, O>(
  input: S,
  answer: (input: v.InferOutput<S>) => O,
): Call<S, O> {
  return { method: 'GET', input, answer }
}

/** Takes its input as JSON. */
export function change<S extends v.GenericSchema, O>(
  input: S,
  answer: (input: v.InferOutput<S>) => O,
): Call<S, O> {
  return { method: 'POST', input, answer }
}
