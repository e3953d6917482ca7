import DriftEngine
import DriftReport

/// The JSON Schema of `driftlint.yml`, written from the declaration of its keys.
enum ConfigurationSchema {
    static var json: String {
        JSONValue.object([
            "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
            "title": .string("driftlint.yml"),
            "description": .string("What driftlint is told about a repository; every key is optional."),
            "type": .array([.string("object"), .string("null")]),
            "additionalProperties": .bool(false),
            "properties": properties(Configuration.descriptions),
        ]).pretty
    }

    private static func properties(_ keys: [ConfigurationDescription]) -> JSONValue {
        .map(
            keys.map { (key: $0.name, value: schema($0.shape, description: "\($0.summary) Default: \($0.fallback).")) })
    }

    private static let text = JSONValue.object(["type": .string("string"), "minLength": .int(1)])

    private static func schema(_ shape: ConfigurationShape, description: String? = nil) -> JSONValue {
        let description = description.map { JSONValue.string($0) }
        switch shape {
        case .text: return .object(["description": description, "type": .string("string"), "minLength": .int(1)])
        case .texts:
            let list = JSONValue.object(["type": .string("array"), "items": text])
            return .object([
                "description": description, "anyOf": .array([text, list, .object(["type": .string("null")])]),
            ])
        case .choice(let words):
            return .object(["description": description, "enum": .array(words.map { .string($0) })])
        case .flag:
            // Whether an editor reads a scalar as text is its own affair.
            return .object([
                "description": description,
                "enum": .array([.bool(true), .bool(false), .string("true"), .string("false")]),
            ])
        case .map(let shape):
            return .object([
                "description": description, "type": .array([.string("object"), .string("null")]),
                "additionalProperties": schema(shape),
            ])
        case .object(let keys):
            return .object([
                "description": description, "type": .array([.string("object"), .string("null")]),
                "additionalProperties": .bool(false), "properties": properties(keys),
            ])
        }
    }
}
