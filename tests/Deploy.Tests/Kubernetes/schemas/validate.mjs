// Reads Kubernetes objects, a JSON array, from stdin and prints what is wrong with them, a line each; nothing where
// nothing is. Values are held against Kubernetes' OpenAPI schemas (kubernetes-models), members that no such object has
// are found by its types (kubernetes-types): the schemas allow any further member, the API server drops it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const objects = JSON.parse(readFileSync(0, "utf8"));
const typesOf = {
  "v1": "core/v1",
  "apps/v1": "apps/v1",
  "autoscaling/v2": "autoscaling/v2",
  "batch/v1": "batch/v1",
  "networking.k8s.io/v1": "networking/v1",
  "policy/v1": "policy/v1",
};

function name(object) {
  return `${object.kind} ${object.metadata?.name}`;
}

async function faultyValues(object) {
  let model;
  try {
    model = (await import(`kubernetes-models/${object.apiVersion}/${object.kind}`))[object.kind];
  } catch {
    return [`${name(object)}: ${object.apiVersion} has no such kind`];
  }
  try {
    new model(object).validate();
    return [];
  } catch (fault) {
    return [`${name(object)}: ${fault.message}`];
  }
}

function unknownMembers(known) {
  const folder = mkdtempSync(join(here, "check-"));
  try {
    const file = join(folder, "objects.ts");
    const types = known.map((object, i) => `import type { ${object.kind} as T${i} } from "kubernetes-types/${typesOf[object.apiVersion]}";`);
    const values = known.map((object, i) => `export const o${i}: T${i} = ${JSON.stringify(object)};`);
    writeFileSync(file, [...types, ...values].join("\n"));
    const compiled = spawnSync(
      process.execPath,
      [join(here, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--pretty", "false", "--module", "esnext", "--moduleResolution", "bundler", file],
      { cwd: here, encoding: "utf8" });
    return compiled.status === 0 ? [] : compiled.stdout.split("\n").filter((line) => line.trim() !== "").map((line) => {
      const at = /\((\d+),\d+\): error TS\d+: (.*)$/.exec(line);
      return at ? `${name(known[at[1] - 1 - known.length])}: ${at[2]}` : line;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const known = objects.filter((object) => typesOf[object.apiVersion]);
const faults = [
  ...objects.filter((object) => !typesOf[object.apiVersion]).map((object) => `${name(object)}: ${object.apiVersion} is not known here`),
  ...(await Promise.all(known.map(faultyValues))).flat(),
  ...unknownMembers(known),
];
process.stdout.write(faults.map((fault) => fault + "\n").join(""));
