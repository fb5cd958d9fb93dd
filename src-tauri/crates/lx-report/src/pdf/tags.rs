//! The structure tree (read aloud, reflowed) and the outline (side bar).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::objects::{name, words};
use crate::layout::{Mark, Page, Role, SetLine};

/// One paragraph or cell: its lines as (page, marked content).
struct Block {
    role: Role,
    row: Option<(u32, u32)>,
    number: u32,
    lines: Vec<(usize, i64)>,
}

fn tagged(page: &Page) -> impl Iterator<Item = &SetLine> {
    page.marks.iter().filter_map(|mark| match mark {
        Mark::Line(line) if line.role != Role::Artifact => Some(line),
        Mark::Line(_) | Mark::Rule { .. } => None,
    })
}

fn blocks(pages: &[Page]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (page, content) in pages.iter().enumerate() {
        for (marked, line) in tagged(content).enumerate() {
            let place = (page, i64::try_from(marked).unwrap_or_default());
            match blocks.last_mut().filter(|block| block.number == line.block) {
                Some(block) => block.lines.push(place),
                None => blocks.push(Block {
                    role: line.role,
                    row: line.row,
                    number: line.block,
                    lines: vec![place],
                }),
            }
        }
    }
    blocks
}

const fn kind(role: Role) -> &'static str {
    match role {
        Role::Title => "H1",
        Role::Heading => "H2",
        Role::Subheading => "H3",
        Role::Body | Role::Artifact => "P",
        Role::HeadCell => "TH",
        Role::Cell => "TD",
    }
}

/// Adds the structure tree; its root.
pub(super) fn structure(document: &mut Document, pages: &[Page], page_ids: &[ObjectId]) -> Result<ObjectId, lopdf::Error> {
    let root = document.new_object_id();
    let whole = document.new_object_id();
    let mut parents: Vec<Vec<Object>> = pages.iter().map(|_| Vec::new()).collect();
    let mut kids: Vec<Object> = Vec::new();
    let mut table: Option<(u32, Vec<Object>, ObjectId)> = None;
    let mut row: Option<(u32, Vec<Object>, ObjectId)> = None;
    for block in blocks(pages) {
        let at = block.row;
        if row.as_ref().map(|(number, ..)| *number) != at.map(|(_, row)| row) {
            close(
                document,
                &mut row,
                "TR",
                table.as_ref().map(|(.., id)| *id),
                table.as_mut().map(|(_, kids, _)| kids),
            );
        }
        if table.as_ref().map(|(number, ..)| *number) != at.map(|(table, _)| table) {
            close(document, &mut table, "Table", Some(whole), Some(&mut kids));
        }
        let mut parent = whole;
        if let Some((table_number, row_number)) = at {
            let _ = table.get_or_insert_with(|| (table_number, Vec::new(), document.new_object_id()));
            parent = row.get_or_insert_with(|| (row_number, Vec::new(), document.new_object_id())).2;
        }
        let element = element(document, &block, parent, page_ids);
        for (page, _) in &block.lines {
            if let Some(parents) = parents.get_mut(*page) {
                parents.push(Object::Reference(element));
            }
        }
        row.as_mut()
            .map_or(&mut kids, |(_, cells, _)| cells)
            .push(Object::Reference(element));
    }
    close(
        document,
        &mut row,
        "TR",
        table.as_ref().map(|(.., id)| *id),
        table.as_mut().map(|(_, kids, _)| kids),
    );
    close(document, &mut table, "Table", Some(whole), Some(&mut kids));
    document.set_object(
        whole,
        dictionary! { "Type" => name("StructElem"), "S" => name("Document"), "P" => root, "K" => Object::Array(kids) },
    );
    let mut numbers = Vec::new();
    for (index, (id, parents)) in page_ids.iter().zip(parents).enumerate() {
        let index = i64::try_from(index).unwrap_or_default();
        let page = document.get_dictionary_mut(*id)?;
        page.set("StructParents", index);
        page.set("Tabs", name("S"));
        let list = document.add_object(Object::Array(parents));
        numbers.extend([Object::Integer(index), Object::Reference(list)]);
    }
    let tree = document.add_object(dictionary! { "Nums" => Object::Array(numbers) });
    let next = i64::try_from(page_ids.len()).unwrap_or_default();
    document.set_object(
        root,
        dictionary! { "Type" => name("StructTreeRoot"), "K" => whole, "ParentTree" => tree, "ParentTreeNextKey" => next },
    );
    Ok(root)
}

/// Writes a row or table that is complete and hands it to what is around it.
fn close(
    document: &mut Document,
    open: &mut Option<(u32, Vec<Object>, ObjectId)>,
    kind: &str,
    parent: Option<ObjectId>,
    around: Option<&mut Vec<Object>>,
) {
    if let (Some((_, kids, id)), Some(parent), Some(around)) = (open.take(), parent, around) {
        document.set_object(
            id,
            dictionary! { "Type" => name("StructElem"), "S" => name(kind), "P" => parent, "K" => Object::Array(kids) },
        );
        around.push(Object::Reference(id));
    }
}

fn element(document: &mut Document, block: &Block, parent: ObjectId, page_ids: &[ObjectId]) -> ObjectId {
    let first = block.lines.first().map_or(0, |(page, _)| *page);
    let kids = block.lines.iter().map(|(page, marked)| {
        if *page == first {
            return Object::Integer(*marked);
        }
        let mut content = Dictionary::new();
        content.set("Type", name("MCR"));
        content.set("MCID", *marked);
        if let Some(id) = page_ids.get(*page) {
            content.set("Pg", *id);
        }
        Object::Dictionary(content)
    });
    let mut element =
        dictionary! { "Type" => name("StructElem"), "S" => name(kind(block.role)), "P" => parent, "K" => Object::Array(kids.collect()) };
    if let Some(page) = page_ids.get(first) {
        element.set("Pg", *page);
    }
    document.add_object(element)
}

/// Adds the outline of the headings; its root, unless there is none.
pub(super) fn outline(document: &mut Document, pages: &[Page], page_ids: &[ObjectId]) -> Option<ObjectId> {
    let mut entries: Vec<(String, ObjectId, u32)> = Vec::new();
    for (page, id) in pages.iter().zip(page_ids) {
        for line in tagged(page).filter(|line| line.role == Role::Heading) {
            match entries.last_mut().filter(|(_, _, block)| *block == line.block) {
                Some((text, ..)) => text.push_str(&line.text),
                None => entries.push((line.text.clone(), *id, line.block)),
            }
        }
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    let (first, last) = (*ids.first()?, *ids.last()?);
    for (at, ((text, page, _), id)) in entries.iter().zip(&ids).enumerate() {
        let destination = vec![Object::Reference(*page), name("Fit")];
        let mut entry = dictionary! { "Title" => words(text), "Parent" => root, "Dest" => Object::Array(destination) };
        if let Some(previous) = at.checked_sub(1).and_then(|before| ids.get(before)) {
            entry.set("Prev", *previous);
        }
        if let Some(next) = ids.get(at + 1) {
            entry.set("Next", *next);
        }
        document.set_object(*id, entry);
    }
    let count = i64::try_from(ids.len()).unwrap_or_default();
    document.set_object(
        root,
        dictionary! { "Type" => name("Outlines"), "First" => first, "Last" => last, "Count" => count },
    );
    Some(root)
}
