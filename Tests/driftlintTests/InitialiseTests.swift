import DriftEngine
import DriftLayout
import Testing

@testable import driftlint

@Suite struct InitialiseTests {
    private static let paths = ["docs/en/a.md", "docs/de/a.md", "docs/en/b.md", "docs/de/b.md", "docs/ja/b.md"]

    private var layout: Layout { LayoutDiscovery(source: nil).discover(paths: Self.paths) { _ in [] } }

    @Test func namesWhatIsFoundAndIsRead() throws {
        let text = InitialiseCommand.text(layout, in: ".")
        let lines = text.split(separator: "\n")
        #expect(lines.contains("source: en"))
        #expect(lines.contains("# locales: [ de, en, ja ]"))
        #expect(lines.contains("# layout: [ \"docs/{locale}/{path}\" ]"))
        let configuration = try ConfigurationReader.read(Array(text.utf8), path: "driftlint.yml")
        #expect(Array(configuration.given.keys) == ["source"])
    }

    /// Each commented line that holds a key is right when the `#` is taken away.
    @Test func commentsBecomeKeys() throws {
        for layout in [layout, Layout()] {
            let keys = Configuration.descriptions.map(\.name)
            let lines = InitialiseCommand.text(layout, in: ".").split(separator: "\n").map { line in
                keys.contains { line.hasPrefix("# \($0):") } ? line.dropFirst(2) : line
            }
            let text = lines.joined(separator: "\n")
            let configuration = try ConfigurationReader.read(Array(text.utf8), path: "driftlint.yml")
            #expect(Set(configuration.given.keys) == Set(keys))
        }
    }
}
