import FoundationEssentials
import Golden
import Testing

/// Validation by Python's jsonschema, where it is installed.
private enum Validator {
    static let isInstalled = Python.run("import jsonschema")

    static let sarifSchema: String = {
        let shared = ProcessInfo.processInfo.environment["DRIFTLINT_SHARED"] ?? Golden.root + "/../shared"
        return shared + "/schemas/sarif-2.1.0.json"
    }()

    static func accepts(_ document: String, schema: String) -> Bool {
        let script = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1], encoding="utf-8"))
            validator = jsonschema.validators.validator_for(schema)
            validator.check_schema(schema)
            errors = list(validator(schema).iter_errors(json.load(open(sys.argv[2], encoding="utf-8"))))
            for error in errors: print(error.json_path, error.message[:300], file=sys.stderr)
            sys.exit(1 if errors else 0)
            """
        return Python.run(script, [schema, document])
    }
}

private let outputSchema = Golden.root + "/.github/driftlint-output.schema.json"

@Test(.enabled(if: Validator.isInstalled, "needs python3 with jsonschema"))
func jsonFollowsItsSchema() {
    #expect(Validator.accepts(Golden.root + "/fixtures/reports/report.json", schema: outputSchema))
}

@Test(
    .enabled(if: Validator.isInstalled, "needs python3 with jsonschema"),
    arguments: ["report.jsonl", "report.rdjsonl"])
func linesFollowTheSchemaOfTheirDocument(file: String) throws {
    let lines = try String(contentsOfFile: Golden.root + "/fixtures/reports/\(file)", encoding: .utf8)
    let list = "[" + lines.split(separator: "\n").joined(separator: ",") + "]"
    let isReviewdog = file == "report.rdjsonl"
    let document = isReviewdog ? "{\"source\":{\"name\":\"x\"},\"diagnostics\":\(list)}" : list
    let path = FileManager.default.temporaryDirectory.appending(path: "driftlint-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(document.utf8).write(to: URL(filePath: path))
    if isReviewdog {
        #expect(Validator.accepts(path, schema: schemas + "rdjson.json"))
    } else {
        let script = """
            import json, sys
            lines, whole = [json.load(open(path, encoding="utf-8")) for path in sys.argv[1:]]
            sys.exit(0 if lines == whole["findings"] and lines else 1)
            """
        #expect(Python.run(script, [path, Golden.root + "/fixtures/reports/report.json"]))
    }
}

private let schemas = Golden.root + "/Tests/DriftReportTests/Schemas/"

@Test(
    .enabled(if: Validator.isInstalled, "needs python3 with jsonschema"),
    arguments: [("gitlab.json", "gitlab-code-quality.json"), ("report.rdjson", "rdjson.json")])
func reportsForHostsFollowTheirSchemas(file: String, schema: String) {
    #expect(Validator.accepts(Golden.root + "/fixtures/reports/\(file)", schema: schemas + schema))
    #expect(!Validator.accepts(Golden.root + "/fixtures/reports/report.json", schema: schemas + schema))
}

@Test(.enabled(if: Validator.isInstalled, "needs python3 with jsonschema"))
func alignmentsFollowTheirSchema() {
    let schema = Golden.root + "/.github/driftlint-alignment.schema.json"
    #expect(Validator.accepts(Golden.root + "/fixtures/reports/align.json", schema: schema))
    #expect(!Validator.accepts(Golden.root + "/fixtures/reports/report.json", schema: schema))
}

@Test(.enabled(if: Validator.isInstalled, "needs python3 with jsonschema"))
func schemaRefusesOtherJSON() {
    #expect(!Validator.accepts(Golden.root + "/fixtures/reports/report.sarif", schema: outputSchema))
}

@Test(
    .enabled(
        if: Validator.isInstalled && FileManager.default.fileExists(atPath: Validator.sarifSchema),
        "needs python3 with jsonschema, and the schema of SARIF"))
func sarifFollowsItsSchema() {
    #expect(Validator.accepts(Golden.root + "/fixtures/reports/report.sarif", schema: Validator.sarifSchema))
}
