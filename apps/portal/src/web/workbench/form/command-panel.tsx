import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { documentAddress } from '../../api/addresses.ts';
import { useRoles } from '../../session/session-context.tsx';
import { allowedTo, type Collection, type Command } from '../description/description.ts';
import type { Document } from '../list/csv.ts';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { CommandForm } from './command-form.tsx';

interface CommandPanelProps {
  readonly collection: Collection;
  readonly document: Document;
  readonly reload: () => void;
}

/** What somebody with the reader's roles may do with a document. What its state or its owner forbids, the service says. */
export const CommandPanel = ({ collection, document, reload }: CommandPanelProps) => {
  const words = useWorkbenchText().acts;
  const vocabulary = useWords(collection.aggregate);
  const commands = allowedTo(useRoles(), collection.commands);
  const [command, setCommand] = useState<Command>();
  const [done, setDone] = useState<Command>();
  const panel = useRef<HTMLElement>(null);

  // The form that had the focus is gone; a reader by keyboard goes on from what came of it.
  useEffect(() => {
    if (done) panel.current?.focus();
  }, [done]);

  if (collection.commands.length === 0) return null;
  return (
    <section ref={panel} tabIndex={-1} className="panel command-panel" aria-labelledby="commands-title">
      <h2 id="commands-title">{command ? vocabulary.command(command.name) : words.title}</h2>
      {done && <Alert role="status" type="success" showIcon title={words.done(vocabulary.command(done.name))} />}
      {command === undefined && commands.length === 0 && <p className="panel-note">{words.none}</p>}
      {command === undefined && (
        <div className="form-buttons">
          {commands.map((each) => (
            <Button
              key={each.name}
              onClick={() => {
                setCommand(each);
                setDone(undefined);
              }}
            >
              {vocabulary.command(each.name)}
            </Button>
          ))}
        </div>
      )}
      {command && (
        <CommandForm
          key={command.name}
          collection={collection}
          command={command}
          address={`${documentAddress(collection, document.id)}/${command.act}`}
          document={document}
          reload={reload}
          onCancel={() => setCommand(undefined)}
          onDone={() => {
            setDone(command);
            setCommand(undefined);
            reload();
          }}
        />
      )}
    </section>
  );
};
