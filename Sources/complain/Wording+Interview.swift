// What the interview says to everybody; what it says to the person stands in locales/interview.
extension Wording {
  static let unfinishedFile = "the unfinished interview"
  static let noTerminal = "this asks questions and needs a terminal"
  static let noTerminalHint = "start it in a terminal window; `complain check` and `complain draft` need none"
}

extension Wording.Help {
  static let interview = "Ask one question after the other; write the matter and the complaint."
  static let interviewDiscussion = """
    In your system's language if the program speaks it, else in English. What you answer is saved after every question; \
    `complain resume` goes on where you stopped. Nothing is sent. In the folder you are in it writes my-matter.yaml and \
    complaint-<country>.pdf, and never over a file that is there.
    """
  static let progress = "Whether a line says what is under way. Nothing is ever drawn again in either case."
  static let resume = "Go on with an interview that was interrupted."
  static let unfinished = "The unfinished interview."
  static let edit = "Change an answer of a matter; write matter and complaint anew."
  static let editDiscussion = """
    Shows all answers, numbered, and asks again what you choose. The matter is written in place of the old one; remarks \
    in it are not kept. The complaint gets the next free name.
    """
  static let matterToEdit = "The matter to change."
}
