import DriftEngine
import DriftFindings
import DriftLayout
import Golden
import Testing

/// The playbook under `fixtures/` with its planted drift, read from the disk.
@Suite struct PlaybookTests {
    @Test func isReportedAsRecorded() async throws {
        let folder = "\(Golden.root)/fixtures/playbook"
        let files = DiskFiles()
        let paths = try DocumentFinder(files: files).documents(in: [folder])
        let layout = LayoutDiscovery(source: nil).discover(paths: paths) { (try? files.read($0)) ?? [] }
        let outcome = try await Run.lint(layout.sets, in: files, roots: [folder], jobs: 2)
        #expect(outcome.unreadable.isEmpty)
        let lines = outcome.findings.map { finding in
            let path = finding.place.path.dropFirst(Golden.root.utf8.count + 1)
            let start = finding.place.start
            return "\(path):\(start.line):\(start.column): \(finding.severity): \(finding.rule): \(finding.message)\n"
        }
        #expect(try Golden.check(lines.joined(), against: "fixtures/playbook.expected.txt") == .matches)
    }
}
