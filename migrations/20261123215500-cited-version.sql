-- Which version of the law a citation was read in: its article is counted as that version counts it.
alter table hazard_citations
  add column doc_number text, -- null: not in the library, or cited before versions were kept
  add column version integer;
