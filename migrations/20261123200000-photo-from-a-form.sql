-- A photo sent by a web form: the browser does not say whether it was taken just now or chosen from the album.
-- Rows from before keep what their command said; the journal carries it.
alter table photo_slots drop constraint photo_slots_source_check;
alter table photo_slots add constraint photo_slots_source_check check (source in ('camera', 'library', 'drawn', 'form'));
