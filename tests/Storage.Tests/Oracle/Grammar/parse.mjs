// Reads statements as a JSON array of texts from standard input; prints, as JSON too, what is wrong with each: [] for nothing.
// Parsing costs seconds, most of it before the grammar's tables are warm. So texts in which nothing was wrong are remembered in
// node_modules, which npm ci empties: with another parser, and wherever nothing was installed before, all are parsed.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { CharStream, CommonTokenStream, ErrorListener, PredictionMode } from 'antlr4'
import PlSqlLexer from '@griffithswaite/ts-plsql-parser/antlr/PlSqlLexer.js'
import PlSqlParser from '@griffithswaite/ts-plsql-parser/antlr/PlSqlParser.js'

const faultsIn = (statement, mode) => {
  const faults = []
  const listener = new ErrorListener()
  listener.syntaxError = (_, symbol, line, column, message) => faults.push(`${line}:${column} ${message.slice(0, 200)}`)
  // A script ends its statements with a semicolon; a block in PL/SQL has its own.
  const ended = statement.trimEnd().endsWith(';') ? `${statement}\n/` : `${statement};`
  const lexer = new PlSqlLexer(new CharStream(ended))
  lexer.removeErrorListeners()
  lexer.addErrorListener(listener)
  const parser = new PlSqlParser(new CommonTokenStream(lexer))
  parser.removeErrorListeners()
  parser.addErrorListener(listener)
  parser.buildParseTrees = false
  parser._interp.predictionMode = mode
  parser.sql_script()
  return faults
}

// The first mode is many times faster, and refuses some of what the grammar means; the second judges then.
const faultsOf = (statement) =>
  faultsIn(statement, PredictionMode.SLL).length === 0 ? [] : faultsIn(statement, PredictionMode.LL)

const folder = new URL('node_modules/.cache/', import.meta.url)
const file = new URL('oracle-grammar.json', folder)
const self = await readFile(new URL(import.meta.url))
const keyOf = (statement) => createHash('sha256').update(self).update(statement).digest('hex')
const known = async () => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return [] // There is none yet, or it is damaged: then everything is parsed.
  }
}

const remembered = new Set(await known())
const statements = JSON.parse(await text(process.stdin))
const faults = statements.map((statement) => (remembered.has(keyOf(statement)) ? [] : faultsOf(statement)))
await mkdir(folder, { recursive: true })
const written = new URL(`oracle-grammar.${process.pid}.json`, folder)
await writeFile(written, JSON.stringify(statements.filter((_, i) => faults[i].length === 0).map(keyOf)))
await rename(written, file)
console.log(JSON.stringify(faults))
