create table users (name text, realm text, userPassword text, primary key (name, realm));
insert into users values ('alice', 'example.test', 'correct-horse-alice'), ('bob', 'example.test', 'correct-horse-bob');
