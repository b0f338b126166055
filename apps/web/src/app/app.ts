import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ToastList } from './layout/toast-list/toast-list';

@Component({
  selector: 'par-root',
  imports: [RouterOutlet, ToastList],
  template: '<router-outlet /><par-toast-list />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {}
