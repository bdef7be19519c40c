import Evidence
import Glibc

/// Debian's programs as converters, each run in a sandbox.
struct LocalConverter: Sendable {
  /// Where the programs are: `/usr/bin`.
  var programs: String
  /// Where temporary folders go: `/tmp`.
  var temporary: String

  /// One program and its arguments; the input is `in`, results begin with `out`.
  private struct Step {
    var program: String
    var package: String
    /// The program that tells whether the package is there, where that is another.
    var sign: String?
    var arguments: [String]
  }

  /// Pixels an inch of a page: small print stays readable, and a page stays below a megabyte.
  private static let resolution = "150"

  private static func dwebp(_ input: String) -> Step {
    Step(program: "dwebp", package: "webp", arguments: ["-quiet", input, "-o", "out.png"])
  }

  private static func firstFrame(_ input: String) -> Step {
    Step(program: "webpmux", package: "webp", arguments: ["-get", "frame", "1", input, "-o", "still.webp"])
  }

  private static func pages(of file: String, _ pages: Int) -> Step {
    Step(
      program: "pdftoppm", package: "poppler-utils",
      arguments: ["-png", "-r", resolution, "-l", String(pages), file, "out"])
  }

  /// The ways to convert, the next tried where one fails: animations have no picture, only frames.
  private static func ways(_ conversion: Conversion, _ pages: Int) -> [[Step]] {
    switch conversion {
    case .webpPicture: return [[dwebp("in")], [firstFrame("in"), dwebp("still.webp")]]
    case .gifPicture:
      let webp = Step(program: "gif2webp", package: "webp", arguments: ["-quiet", "in", "-o", "all.webp"])
      return [[webp, dwebp("all.webp")], [firstFrame("all.webp"), dwebp("still.webp")]]
    case .heifPicture:
      return [
        [
          Step(
            program: "heif-convert", package: "libheif-examples", arguments: ["--quiet", "-q", "92", "in", "out.jpg"])
        ]
      ]
    case .tiffPages:
      let pdf = Step(program: "tiff2pdf", package: "libtiff-tools", arguments: ["-o", "all.pdf", "in"])
      return [[pdf, Self.pages(of: "all.pdf", pages)]]
    case .pdfPages: return [[Self.pages(of: "in", pages)]]
    case .pdfText:
      let text = Step(
        program: "pdftotext", package: "poppler-utils", arguments: ["-enc", "UTF-8", "-l", String(pages), "in", "out"])
      return [[text]]
    case .outlookMail:
      let mail = Step(
        program: "perl", package: "libemail-outlook-message-perl", sign: "msgconvert",
        arguments: ["-MEmail::Outlook::Message", "-e", outlookMail])
      return [[mail]]
    }
  }

  /// What `msgconvert` does, but for the date: where Outlook kept none, that takes the day the file was saved, or now.
  private static let outlookMail = """
    open STDERR, '>', '/dev/null';
    my $message = Email::Outlook::Message->new('in');
    my $mail = $message->to_email_mime;
    $mail->header_set('Date') unless $message->{DATE1ST} || ($message->{HEAD} // '') =~ /^Date:/mi;
    open my $out, '>:raw', 'out' or die;
    print $out $mail->as_string or die;
    close $out or die;
    """

  /// Converts; see `Converter`.
  func convert(
    _ bytes: [UInt8], _ conversion: Conversion, _ pages: Int
  ) throws(ConversionObstacle) -> [[UInt8]] {
    let ways = Self.ways(conversion, pages)
    for step in ways.joined() {
      let program = step.sign ?? step.program
      guard access("\(programs)/\(program)", X_OK) == 0 else {
        throw .missingProgram(program, package: step.package)
      }
    }
    guard let sandbox = Sandbox(in: temporary, programs: programs), sandbox.write(bytes, to: "in") else {
      throw .noRoom
    }
    for way in ways {
      var outcome = Sandbox.Outcome.done
      for step in way where outcome == .done { outcome = sandbox.run(step.program, step.arguments) }
      switch outcome {
      case .done:
        let files = sandbox.files("out")
        guard !files.isEmpty else { continue }
        // A phone's file may hold several pictures; the first is the main one.
        return conversion == .heifPicture ? Array(files.prefix(1)) : files
      case .failed: continue
      case .tookTooLong: throw .tookTooLong
      case .tooLarge: throw .tooLarge
      }
    }
    throw .refused
  }
}
