// Reads statements as a JSON array of texts from standard input; prints, as JSON too, what is wrong with each: [] for nothing.
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

console.log(JSON.stringify(JSON.parse(await text(process.stdin)).map(faultsOf)))
