//! Prints new keys for the people of the testkit: `cargo run -p lx-testkit --example make-keys > …/keys/people.json`.

use lx_seal::Keys;

fn main() {
    let make = |person: &lx_testkit::Person| {
        let keys = Keys::generate(person.name, person.org, lx_testkit::AT).expect("a person has a name");
        String::from_utf8(keys.to_secret_bytes().expect("keys can be written").to_vec()).expect("JSON is UTF-8")
    };
    let keys: Vec<String> = lx_testkit::people().iter().map(make).collect();
    println!("[\n{}\n]", keys.join(",\n"));
}
