//! The spellings of labels in English forms.

use lx_domain::FieldId;

use super::{Column, Label};

/// Spellings in English, without white space and in lower case; those of a field that can mean other things are not certain.
pub(super) const ENGLISH: &[(Label, &[&str])] = &[
    (Label::Field(FieldId::Number, true), &["applicationnumber", "applicationno"]),
    (
        Label::Field(FieldId::Title, true),
        &[
            "projecttitle",
            "projectname",
            "titleofproject",
            "nameofproject",
            "titleoftheproject",
        ],
    ),
    (
        Label::Field(FieldId::Track, true),
        &["applicationtype", "typeofapplication", "applicationcategory"],
    ),
    (
        Label::Field(FieldId::Lead, true),
        &[
            "leadapplicant",
            "leadinstitution",
            "leadorganisation",
            "leadorganization",
            "leadentity",
        ],
    ),
    (
        Label::Field(FieldId::Lead, false),
        &["applicant", "nameofapplicant", "applicantname"],
    ),
    (
        Label::Field(FieldId::Joint, true),
        &[
            "jointapplicant",
            "jointapplicants",
            "co-applicant",
            "co-applicants",
            "jointinstitutions",
        ],
    ),
    (Label::Field(FieldId::Joint, false), &["partner", "partners", "partnerinstitutions"]),
    (Label::Field(FieldId::Scenario, true), &["businessscenario", "applicationscenario"]),
    (Label::Field(FieldId::Scenario, false), &["usecase", "scenario"]),
    (
        Label::Field(FieldId::Technology, true),
        &["technologyused", "technologiesused", "keytechnology", "keytechnologies"],
    ),
    (Label::Field(FieldId::Technology, false), &["technology", "technologies"]),
    (
        Label::Field(FieldId::Users, true),
        &["targetusers", "targetcustomers", "targetclients"],
    ),
    (Label::Field(FieldId::Users, false), &["users", "customers"]),
    (
        Label::Field(FieldId::Period, true),
        &["pilotperiod", "projectperiod", "projectduration"],
    ),
    (Label::Field(FieldId::Period, false), &["period", "duration"]),
    (Label::Field(FieldId::Scale, true), &["expectedscale", "projectscale"]),
    (Label::Field(FieldId::Scale, false), &["scale"]),
    (
        Label::Field(FieldId::Owner, true),
        &["projectleader", "projectmanager", "projectowner", "personinchargeoftheproject"],
    ),
    (Label::Field(FieldId::Owner, false), &["personincharge"]),
    (
        Label::Field(FieldId::Contact, true),
        &["contactperson", "nameofcontact", "contactname"],
    ),
    (Label::Field(FieldId::Contact, false), &["contact"]),
    (
        Label::Field(FieldId::Phone, true),
        &["telephone", "telephonenumber", "phonenumber", "contactnumber", "contacttelephone"],
    ),
    (Label::Field(FieldId::Phone, false), &["phone", "tel", "mobile"]),
    (Label::Field(FieldId::Date, true), &["applicationdate", "dateofapplication"]),
    (Label::Field(FieldId::Date, false), &["date"]),
    (
        Label::Column(Column::Name),
        &["institutionname", "companyname", "nameofinstitution", "nameofcompany"],
    ),
    (
        Label::Column(Column::Code),
        &["unifiedsocialcreditcode", "socialcreditcode", "creditcode", "uscc"],
    ),
    (Label::Column(Column::Class), &["institutiontype", "typeofinstitution"]),
    (
        Label::Column(Column::Licence),
        &["licence", "license", "licencenumber", "licensenumber"],
    ),
    (
        Label::Column(Column::Place),
        &["placeofregistration", "registeredaddress", "registeredoffice"],
    ),
    (Label::Column(Column::Office), &["officeaddress", "principaloffice"]),
    (Label::Column(Column::Duty), &["responsibilities", "divisionoflabour"]),
    (
        Label::Other,
        &["email", "e-mail", "fax", "address", "remarks", "position", "department", "website"],
    ),
];
