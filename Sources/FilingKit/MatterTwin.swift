import Casebook
import Checking
import ComplaintKit
import Digests
import Evidence
import Matter

/// matter.json: the complaint and its matter for programs; the format is described in docs/kit.md.
struct MatterTwin {
  /// Counts up when a program that reads the file would have to change.
  static let format = 1
  /// What stands for a file that stays with the person.
  private static let notDelivered = "not-delivered"

  let contents: KitContents
  /// The complaint's SHA-256.
  let sha256: String

  var json: JSONValue {
    let (brief, draft) = (contents.brief, contents.draft)
    var json = JSONObject()
    json.set("format", Self.format)
    json.object("document") { json in
      json.set("kind", "complaint")
      json.set("file", KitFileName.complaint)
      json.set("sha256", sha256)
      json.set("pages", draft.pages)
      json.set("date", brief.date.description)
      json.set("language", brief.language.tag)
      json.set("country", brief.country.code)
    }
    json.object("authority") { json in
      json.set("id", contents.authority.id)
      json.set("name", contents.authorityName)
      json.set("channel", contents.authority.preferredChannel?.kind)
    }
    json.list("exhibits", contents.exhibits) { exhibit, json in
      json.set("number", exhibit.number)
      json.set("file", KitFileName.annex(exhibit))
      json.set("role", exhibit.role.rawValue)
      json.set("caption", exhibit.caption)
      json.set("date", exhibit.date?.description)
      json.set("media_type", exhibit.format.mediaType)
      json.set("bytes", exhibit.size)
      json.set("sha256", exhibit.sha256)
    }
    // The kit's own files stand for the person's paths, so that the matter can be drafted from this folder. What an
    // organisation adds of its own it adds again.
    var matter = brief.matter
    let own = matter.ownEvidence
    matter.evidence = own.map(\.item)
    let files = own.map { number, _ in
      contents.exhibits.first { $0.number == number }.map(KitFileName.annex) ?? Self.notDelivered
    }
    json.set("matter", matter.json(files: files, isHandedOver: true))
    return json.value
  }
}
