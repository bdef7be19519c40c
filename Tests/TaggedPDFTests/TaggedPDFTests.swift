import Document
import Foundation
import TaggedPDF
import Testing
import Typesetting

@Suite struct TaggedPDFTests {
  @Test func keep() throws {
    let bytes = try Samples.write(try Samples.letter().layout, attachments: [Samples.picture, Samples.mail])
    try Data(bytes).write(to: URL(filePath: "/tmp/tagged.pdf"))
  }
}
