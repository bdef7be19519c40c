// swift-tools-version: 6.2

import PackageDescription

/// Every warning of ours is an error; dependencies are built as their authors built them.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Readers of files and pages, which tests run over thousands of documents: optimised in debug builds too.
let optimised: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, resources: resources,
    swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String? = nil, debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let package = Package(
  name: "complain",
  products: [
    .executable(name: "complain", targets: ["complain"]),
    .library(name: "ComplaintKit", targets: ["ComplaintKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // C libraries. CHaru is a target of its own: it carries the arena and the write hook that libharu calls back.
    .target(name: "CHaru", linkerSettings: [.linkedLibrary("hpdf")]),
    // What runs allocates with jemalloc in place of glibc's malloc; here is how. It is linked, not imported.
    .target(name: "CJemalloc", linkerSettings: [.linkedLibrary("jemalloc")]),
    library("CHarfBuzz", pkgConfig: "harfbuzz-subset", debian: "libharfbuzz-dev"),
    library("CDeflate", pkgConfig: "libdeflate", debian: "libdeflate-dev"),
    library("CHyphen", debian: "libhyphen-dev"),  // the tests compare with it; nothing else imports it
    library("CJpeg", pkgConfig: "libturbojpeg", debian: "libturbojpeg0-dev"),
    library("CMark", pkgConfig: "libcmark-gfm", debian: "libcmark-gfm-dev"),
    library("CMime", pkgConfig: "gmime-3.0", debian: "libgmime-3.0-dev"),
    library("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
    library("CSpng", debian: "libspng-dev"),
    library("CYaml", pkgConfig: "yaml-0.1", debian: "libyaml-dev"),
    library("CCSV", debian: "libcsv-dev"),
    library("CArchive", pkgConfig: "libarchive", debian: "libarchive-dev"),
    library("CFileSystem", debian: "libc6-dev"),
    library("CCharset", pkgConfig: "uchardet", debian: "libuchardet-dev"),

    // Bottom: no knowledge of the law, none of PDF.
    module("Messages"),
    module("Digests", ["CCrypto"]),
    module("Storage", ["Digests"]),
    module("Document", ["Storage"]),
    module("Fonts", ["CHarfBuzz"]),
    module("Hyphenation"),
    module("Typesetting", ["Document", "Fonts", "Hyphenation"]),

    // PDF.
    module("Haru", ["CHaru", "Storage"]),
    module("TaggedPDF", ["Haru", "Document", "Storage", "Typesetting", "Fonts", "CDeflate", "Digests"]),

    // Law and facts.
    module("Matter", ["Messages"]),
    module("Records", ["Messages", "CYaml"]),
    module("Casebook", ["Messages", "Matter", "Records"]),
    module("Checking", ["Messages", "Matter", "Casebook", "Records"]),
    // Tables of many matters.
    module("Rows", ["Messages", "Matter", "Records", "Casebook", "Checking", "Digests", "CCSV", "CCharset"]),
    module("Interview", ["Messages", "Matter", "Casebook", "Records", "Checking"]),

    // Text and evidence become documents.
    module("Templates", ["Document", "CMark"]),
    module(
      "Evidence", ["Messages", "Document", "Storage", "Matter", "CMime", "CSpng", "CJpeg", "CDeflate", "Digests"]),

    // Whether the originals of a document are what it states.
    module("Verification", ["Digests", "Document", "Storage", "CDeflate"]),

    // The whole way, and its two faces.
    module(
      "ComplaintKit",
      [
        "Messages", "Matter", "Records", "Casebook", "Checking", "Templates", "Evidence", "Document", "Fonts",
        "Hyphenation", "Rows",
        "Storage", "Typesetting", "TaggedPDF", "Digests",
      ]),
    // What a person needs to file: pages, messages, dates, and the record of what was written.
    module(
      "FilingKit",
      ["ComplaintKit", "Matter", "Records", "Casebook", "Checking", "Evidence", "Document", "Digests", "Storage"]),
    // The files of this machine, shared by the program, the benchmark and the tests.
    module("LocalWorld", ["ComplaintKit", "Evidence", "Digests", "Matter", "Storage"]),
    // Many complaints: the ledger of what was made, the folder they lie in.
    module(
      "Batch",
      [
        "CArchive", "CFileSystem", "Casebook", "Checking", "ComplaintKit", "Digests", "Document", "Evidence", "Matter",
        "Storage",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "complain",
      dependencies: [
        "Batch", "ComplaintKit", "FilingKit", "LocalWorld", "Casebook", "Checking", "Digests", "Document", "Evidence",
        "Interview", "Matter", "Messages", "Records", "Rows", "Storage", "TaggedPDF", "Templates",
        "Typesetting", "Verification",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        "CJemalloc",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "complain-benchmark",
      dependencies: [
        "ComplaintKit", "LocalWorld", "Casebook", "Checking", "Digests", "Document", "Evidence", "Matter", "Records",
        "Rows", "Storage",
        "CDeflate", "CJemalloc",
      ],
      swiftSettings: strict),

    // What tests share: a reader of our PDF files, goldens, validators, the built tool. It ships with nothing.
    .target(
      name: "TestSupport", dependencies: ["CDeflate", "Matter"], path: "Tests/TestSupport", swiftSettings: optimised),
    // A reader of layouts for the tests of the modules that make them.
    .target(
      name: "LayoutSupport", dependencies: ["Fonts", "Typesetting"], path: "Tests/LayoutSupport",
      swiftSettings: optimised),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),

    tests("Fonts"),
    tests("Hyphenation", ["CHyphen"]),
    tests("Typesetting", ["LayoutSupport", "Storage"]),
    tests("Haru", ["Storage"]),
    tests("Storage", ["Digests"]),
    tests("TaggedPDF", ["Document", "Fonts", "Storage", "Typesetting"]),
    tests("Matter"),
    tests("Records"),
    tests("Casebook"),
    tests("Checking", ["Messages", "Records"]),
    tests("Rows", ["Casebook", "Checking", "ComplaintKit", "LocalWorld", "Matter", "Messages", "Records"]),
    tests("Batch", ["Digests"]),
    tests("Interview", ["Casebook", "Checking", "ComplaintKit", "LocalWorld", "Matter", "Messages", "Records"]),
    tests("Templates", ["Document"]),
    tests("Evidence", ["Document", "Storage", "Matter", "Messages", "Digests", "CDeflate"]),
    tests(
      "ComplaintKit",
      [
        "LayoutSupport", "LocalWorld", "Casebook", "Checking", "Document", "Evidence", "Fonts", "Matter", "Messages",
        "Records", "Rows", "Storage", "TaggedPDF", "Templates", "Typesetting",
      ]),
    tests(
      "FilingKit",
      ["ComplaintKit", "LocalWorld", "Casebook", "Checking", "Evidence", "Matter", "Records", "Storage"]),
    tests("Verification", ["Storage", "Digests"]),
    tests("LocalWorld", ["Evidence", "Storage"]),
    // Spoilt input for everything that reads what people and disks hand over.
    .testTarget(
      name: "FuzzTests", dependencies: ["TestSupport", "Records", "Templates", "Document", "Hyphenation"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "complain", "Casebook", "Checking", "ComplaintKit", "LocalWorld", "Matter", "Messages", "TestSupport",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
