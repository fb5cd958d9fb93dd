//! `carry`: applications on their way into a later batch.

use lx_steps::{Desk, files};
use lx_wire::{
    Fault,
    carrying::{CarryOfferView, OfferedView, ReceiveCarry, ReceiveOne, SendCarry},
    face,
};
use serde_json::json;

use crate::{
    args::Carry,
    context::{Context, pair},
    output::{Done, Stop, value},
    progress::Bar,
};

pub fn carry(context: &Context, order: Carry) -> Result<Done, Stop> {
    match order {
        Carry::List => list(context),
        Carry::Export {
            numbers,
            out,
            without_documents,
            to,
        } => {
            let request = SendCarry {
                numbers: Some(numbers).filter(|n| !n.is_empty()),
                documents: !without_documents,
                to: to.map(|card| card.display().to_string()),
                out: files::absolute(&out).display().to_string(),
            };
            export(context, &request)
        }
        Carry::Import {
            file,
            numbers,
            dry_run,
            trust,
            named,
            beside,
        } => {
            let path = files::absolute(&file).display().to_string();
            let mut desk = context.open()?;
            let look = if dry_run { face::look_through_carry } else { face::look_at_carry };
            let offer = look(&desk, &context.texts, &path, &trust)?;
            let wanted = wanted(&offer, &numbers, &named, &beside)?;
            if dry_run {
                return Ok(looked(context, &offer, &wanted));
            }
            import(context, &mut desk, &offer, trust, wanted)
        }
    }
}

fn list(context: &Context) -> Result<Done, Stop> {
    let desk = context.open()?;
    let all = face::carryable(&desk)?;
    let texts = &context.texts;
    let line = |one: &lx_wire::carrying::CarryableView| {
        let mark = if one.proposed {
            texts.word("cli-carry-proposed")
        } else {
            String::new()
        };
        let args = [
            ("number", one.number.clone()),
            ("title", one.title.clone()),
            ("lead", one.lead.clone()),
            ("ending", texts.word(&format!("ending-{}", one.ending))),
            ("mark", mark),
        ];
        texts.say("cli-carryable", args)
    };
    let lines: Vec<String> = all.iter().map(line).collect();
    let text = if all.is_empty() {
        texts.word("err-nothing-to-carry")
    } else {
        lines.join("\n")
    };
    Ok(Done::all(json!({ "applications": value(&all) }), text))
}

fn export(context: &Context, request: &SendCarry) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let sent = face::send_carry(&mut desk, request, context.now())?;
    let texts = &context.texts;
    let mut lines = vec![texts.say("cli-written", [("path", sent.path.clone())])];
    if !sent.bare.is_empty() {
        lines.push(texts.say("cli-carry-bare", [("numbers", texts.list(&sent.bare))]));
    }
    lines.extend(sent.to.iter().map(|name| texts.say("cli-carry-to", [("name", name.clone())])));
    Ok(Done::all(value(&sent), lines.join("\n")))
}

/// `OLD=NEW` for each, the part before the sign being a number in the file.
fn pairs(offer: &CarryOfferView, given: &[String]) -> Result<Vec<(String, String)>, Stop> {
    let mut all = Vec::new();
    for text in given {
        let (old, new) = pair(text)?;
        known(offer, old)?;
        all.push((old.to_owned(), new.to_owned()));
    }
    Ok(all)
}

fn known(offer: &CarryOfferView, number: &str) -> Result<(), Stop> {
    if offer.applications.iter().any(|a| a.former == number) {
        return Ok(());
    }
    Err(Fault::unknown("application", number).into())
}

/// What is taken in and where it goes: what seems to be here joins it, the rest is new.
fn wanted(offer: &CarryOfferView, numbers: &[String], named: &[String], beside: &[String]) -> Result<Vec<ReceiveOne>, Stop> {
    numbers.iter().try_for_each(|n| known(offer, n))?;
    let (named, beside) = (pairs(offer, named)?, pairs(offer, beside)?);
    let of = |all: &[(String, String)], former: &str| all.iter().find(|(old, _)| old == former).map(|(_, new)| new.clone());
    let chosen = offer
        .applications
        .iter()
        .filter(|a| numbers.is_empty() || numbers.contains(&a.former));
    Ok(chosen
        .map(|a| {
            let number = of(&named, &a.former);
            ReceiveOne {
                beside: of(&beside, &a.former).or_else(|| a.same.clone().filter(|_| number.is_none())),
                number,
                former: a.former.clone(),
            }
        })
        .collect())
}

fn looked(context: &Context, offer: &CarryOfferView, wanted: &[ReceiveOne]) -> Done {
    let texts = &context.texts;
    let args = [
        ("batch", offer.batch.clone()),
        ("signer", offer.signer.clone()),
        ("org", offer.org.clone()),
        ("short", offer.short.clone()),
    ];
    let mut lines = vec![texts.say("cli-carry-from", args)];
    lines.push(texts.word(&format!("ui-car-vouched-{}", offer.vouched)));
    let line = |a: &OfferedView| {
        let one = wanted.iter().find(|w| w.former == a.former)?;
        let becomes = match (&a.already, &one.beside) {
            (Some(number), _) => texts.say("cli-carry-here", [("number", number.clone())]),
            (None, Some(number)) => texts.say("cli-carry-beside", [("number", number.clone())]),
            (None, None) => {
                let number = one.number.clone().unwrap_or_else(|| a.proposed.clone());
                texts.say("cli-carry-becomes", [("number", number)])
            }
        };
        let args = [
            ("former", a.former.clone()),
            ("title", a.title.clone()),
            ("lead", a.lead.clone()),
            ("ending", texts.word(&format!("ending-{}", a.ending))),
            ("becomes", becomes),
        ];
        Some(texts.say("cli-carry-offered", args))
    };
    lines.extend(offer.applications.iter().filter_map(line));
    Done::all(value(offer), lines.join("\n"))
}

/// The object of an import: what was looked at, what was taken, what was here before.
fn import(context: &Context, desk: &mut Desk, offer: &CarryOfferView, trust: Vec<String>, wanted: Vec<ReceiveOne>) -> Result<Done, Stop> {
    let request = ReceiveCarry {
        path: offer.path.clone(),
        trust,
        compared: false,
        applications: wanted,
    };
    let done = face::receive_carry(desk, &request, &mut Bar::new(), context.now())?;
    let mut said = looked(context, offer, &request.applications);
    said.json["taken"] = value(&done.taken);
    said.json["already"] = value(&done.already);
    let end = match done.taken.len() {
        0 => context.texts.word("ui-car-taken-none"),
        count => context.texts.say("cli-carry-taken", [("count", count.to_string())]),
    };
    said.text = format!("{}\n{end}", said.text);
    Ok(said)
}
